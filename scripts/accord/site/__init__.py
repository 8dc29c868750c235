"""The whole site: opens a project, builds it, and hands it to MkDocs."""
