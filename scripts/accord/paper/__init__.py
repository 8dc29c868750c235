"""Documents to hand out, made of the same words as the site: Word, OpenDocument, PDF, EPUB and a bare web page."""
