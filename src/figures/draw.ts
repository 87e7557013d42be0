/** Makes one element. Both hastscript's `s` (at build) and Preact's `h` (in the browser) have this form, so one drawing serves both. */
export type Draw<Node> = (tag: string, attributes: Record<string, string | number>, ...children: (Node | string)[]) => Node;
