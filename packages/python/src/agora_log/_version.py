"""Version of the package; the same as that of the other languages."""

__version__ = "0.1.0"
