import { ImageRun } from 'docx';
import { imageSize } from 'image-size';

/** What Word shows; a WebP picture becomes its description. */
const TYPES = { png: 'png', jpg: 'jpg', gif: 'gif' } as const;
/** Pixels at 96 to the inch that fit between the margins and on a page. */
const WIDEST = 600;
const TALLEST = 800;

/** A picture that is part of the text (a `data:` address) as Word has it, with its description; null where it cannot be shown. */
export function docxPicture(address: string, description: string): ImageRun | null {
  const encoded = /^data:image\/(?:png|jpeg|gif);base64,([\s\S]+)$/i.exec(address)?.[1];
  if (!encoded) return null;
  const data = Buffer.from(encoded, 'base64');
  try {
    const { width, height, type = '' } = imageSize(data);
    const known = TYPES[type as keyof typeof TYPES];
    if (!known || !width || !height) return null;
    const scale = Math.min(1, WIDEST / width, TALLEST / height);
    return new ImageRun({
      type: known,
      data,
      transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
      altText: { name: description || 'Picture', title: description, description },
    });
  } catch {
    return null; // not the picture that it says it is
  }
}
