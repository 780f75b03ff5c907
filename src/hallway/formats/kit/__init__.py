"""What several formats have in common: trees that know their place in the file, plain words, programmes, records."""
