"""The quick note: one line as people type it on a phone, taken apart by cue words and elimination."""
