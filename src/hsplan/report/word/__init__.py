"""The report as a Word file, from its HTML and a template that a council can replace by its own."""
