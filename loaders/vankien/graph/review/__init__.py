"""The sheet that people correct: written, read again, checked."""
