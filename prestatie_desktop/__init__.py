"""Prestatie Desktop: yearly housing performance agreements in one window and one file."""

__version__ = "0.1.0"
