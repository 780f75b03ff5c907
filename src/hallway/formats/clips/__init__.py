"""Photos and recordings that somebody attaches: known by their bytes, whatever they are called, and without what devices
write into them beside what is seen and heard: the place, the device, names."""
