"""Charts as pictures: drawn as SVG with one font of our own, and rasterised in a process of its own."""
