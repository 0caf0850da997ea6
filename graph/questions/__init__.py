"""The questions readers ask: one file each, found per store and judged once."""
