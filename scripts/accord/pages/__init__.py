"""What every page is made with: templates, links, encoding, and the frame of generated pages."""
