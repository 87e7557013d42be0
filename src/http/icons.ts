/** Paper of the light theme, for what no style sheet reaches: icons, pictures of shared links, the frame that a browser draws around a page. */
export const paper = '#fbfaf6';

/** A picture of the site's icon, drawn at build from `icon.svg`. */
export interface Icon {
  /** Width and height in pixels. */
  size: number;
  /** `maskable`: devices cut it to a shape, at most down to a circle of 80% of its width (W3C, Web Application Manifest, 5.3). */
  purpose: 'any' | 'maskable';
  /** Space on each side, as a share of the drawing's width. */
  margin: number;
}

export const icons: Icon[] = [
  { size: 192, purpose: 'any', margin: 0.08 },
  { size: 512, purpose: 'any', margin: 0.08 },
  // The corners of a square lie within that circle if its side is 80% / √2 = 56.6% of the width.
  { size: 512, purpose: 'maskable', margin: 0.4 },
];

export const iconFile = ({ size, purpose }: Icon) => `icons/${purpose}-${size}.png`;
