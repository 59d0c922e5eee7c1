"""Flow Designer: draw chatbot journeys, have them checked, try them out and export them."""

__version__ = "0.1.0"
