/** Placeholder module; replaced below. */
export async function drawPictures(_dir: string, _prepared: string, _cacheDir: string): Promise<void> {}
