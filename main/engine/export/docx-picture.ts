import { type IImageOptions, ImageRun } from 'docx';
import { imageSize } from 'image-size';
import { type PageTheme, themeLogo } from '../../../shared/publish/page-theme.ts';

/** What Word shows; a WebP picture becomes its description. */
const TYPES = { png: 'png', jpg: 'jpg', gif: 'gif' } as const;
/** Pixels at 96 to the inch that fit between the margins and on a page. */
const PICTURE = { width: 600, height: 800 };
/** As large as a published page shows it. */
const LOGO = { width: 192, height: 40 };
/** One clear pixel (PNG): what a Word older than 2016 shows in place of a drawing. */
const NOTHING = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR42mNgAAIAAAUAAen63NgAAAAASUVORK5CYII=',
  'base64',
);

/** A picture that is part of the text (a `data:` address) as Word has it, with its description; null where it cannot be shown. */
export function docxPicture(address: string, description: string): ImageRun | null {
  return pictureRun(address, description || 'Picture', PICTURE);
}

/** The logo of a theme for the head of a Word file; null where there is none, or Word cannot show it (WebP). */
export function docxLogo(theme: PageTheme | undefined, company: string): ImageRun | null {
  const logo = themeLogo(theme);
  return logo === null ? null : pictureRun(logo, company ? `Logo of ${company}` : 'Logo', LOGO);
}

function pictureRun(address: string, name: string, room: typeof PICTURE): ImageRun | null {
  const encoded = /^data:image\/(?:png|jpeg|gif|svg\+xml);base64,([\s\S]+)$/i.exec(address)?.[1];
  if (!encoded) return null;
  const data = Buffer.from(encoded, 'base64');
  try {
    const { width, height, type = '' } = imageSize(data);
    if (!width || !height) return null;
    const known = knownType(type, data);
    if (!known) return null;
    const scale = Math.min(1, room.width / width, room.height / height);
    return new ImageRun({
      ...known,
      transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
      altText: { name, title: name, description: name },
    });
  } catch {
    return null; // not the picture that it says it is
  }
}

function knownType(type: string, data: Buffer): IImageOptions | null {
  const transformation = { width: 1, height: 1 };
  if (type === 'svg') return { type, data, transformation, fallback: { type: 'png', data: NOTHING } };
  const known = TYPES[type as keyof typeof TYPES];
  return known ? { type: known, data, transformation } : null;
}
