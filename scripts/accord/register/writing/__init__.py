"""Makes records: asked step by step or by options, and written whole."""
