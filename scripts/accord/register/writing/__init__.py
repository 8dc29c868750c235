"""Makes records: from options or from what came by post, and written whole."""
