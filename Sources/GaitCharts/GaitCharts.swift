// Charts as SVG.
