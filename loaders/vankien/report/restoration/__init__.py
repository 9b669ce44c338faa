"""Text that an English OCR engine read from Vietnamese → Vietnamese."""
