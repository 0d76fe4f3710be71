"""hsplan: a council's homelessness strategy action plan as one checked YAML file."""

__version__ = "0.1.0"
