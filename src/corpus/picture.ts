/** First bytes of the kinds of picture that browsers show, by file ending. */
const beginnings: Record<string, (bytes: string) => boolean> = {
  png: (bytes) => bytes.startsWith('\x89PNG\r\n\x1a\n'),
  jpg: (bytes) => bytes.startsWith('\xff\xd8\xff'),
  jpeg: (bytes) => bytes.startsWith('\xff\xd8\xff'),
  webp: (bytes) => bytes.startsWith('RIFF') && bytes.startsWith('WEBP', 8),
  avif: (bytes) => bytes.startsWith('ftypavif', 4) || bytes.startsWith('ftypavis', 4),
};

/** What is wrong with a picture, and on which line; undefined for one that is what its name says and only draws. */
export function pictureFault(name: string, bytes: Buffer): { line: number; message: string } | undefined {
  const ending = name.split('.').pop() ?? '';
  if (ending === 'svg') return svgFault(bytes.toString('utf8'));
  const isSo = beginnings[ending]?.(bytes.subarray(0, 16).toString('latin1'));
  return isSo ? undefined : { line: 1, message: `this file is no ${ending.toUpperCase()}` };
}

const drawing = new Set(
  (
    'svg g defs symbol use title desc metadata switch path rect circle ellipse line polyline polygon text tspan textPath marker mask clipPath pattern ' +
    'linearGradient radialGradient stop filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap ' +
    'feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight ' +
    'feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
);
const namespaces = ['http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xlink'];

/** A comment, a declaration, a tag with its attributes, or text up to the next of these. */
const piece = /<!--[\s\S]*?-->|<\?xml [^?<>]*\?>|<\/?([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>|[^<]+/y;

/**
 * SVG is a program if one lets it: opened by itself it runs scripts, and it loads from elsewhere. So it is read strictly, and only what draws may
 * stand in it: these elements, references within the file, no handler, no style sheet, no document type.
 */
function svgFault(text: string): { line: number; message: string } | undefined {
  const at = (index: number, message: string) => ({ line: text.slice(0, index).split('\n').length, message });
  let elements = 0;
  for (let from = 0; from < text.length; ) {
    piece.lastIndex = from;
    const match = piece.exec(text);
    if (!match) return at(from, `in an SVG picture this has no place: ${text.slice(from, from + 24).replace(/\s+/g, ' ')}`);
    const [whole, element, attributes = ''] = match;
    if (element !== undefined) {
      elements += 1;
      if (!drawing.has(element)) return at(from, `<${element}> has no place in an SVG picture`);
      for (const [, name = '', double, single] of attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
        const fault = attributeFault(name, double ?? single ?? '');
        if (fault) return at(from, fault);
      }
    }
    from += whole.length;
  }
  return elements === 0 ? { line: 1, message: 'this file is no SVG' } : undefined;
}

function attributeFault(name: string, value: string): string | undefined {
  const local = name.split(':').pop() ?? '';
  if (/^on/i.test(local)) return `the attribute "${name}" would run a program`;
  if (name === 'xmlns' || name.startsWith('xmlns:')) return namespaces.includes(value) ? undefined : `the namespace "${value}" has no place in an SVG picture`;
  if (/^(?:href|src|base)$/i.test(local)) return value.startsWith('#') ? undefined : `the attribute "${name}" leads out of the picture`;
  // An escape or an entity could write what must not stand here.
  return /url\s*\(\s*["']?(?!#|["'\s])|@import|javascript:|data:|\\|&#/i.test(value) ? `the attribute "${name}" leads out of the picture` : undefined;
}
