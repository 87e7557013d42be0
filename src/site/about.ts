export interface AboutPart {
  /** None for what stands before the first heading. */
  heading?: string;
  paragraphs: string[];
}

/** The text of `about` in site.yaml as parts: paragraphs divided by empty lines, those that start with "## " being headings. */
export function aboutParts(text: string): AboutPart[] {
  const parts: AboutPart[] = [{ paragraphs: [] }];
  for (const block of text.split(/\n\s*\n/).map((one) => one.trim())) {
    const heading = /^##\s+(.+)$/.exec(block)?.[1];
    if (heading !== undefined) parts.push({ heading, paragraphs: [] });
    else if (block !== '') parts.at(-1)?.paragraphs.push(block);
  }
  return parts.filter(({ heading, paragraphs }) => heading !== undefined || paragraphs.length > 0);
}
