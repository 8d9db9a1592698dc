import { createRequire } from 'node:module';
import Pdf from 'pdfkit';
import type { Locale } from '#domain/account/account.ts';

const FONTS = '@expo-google-fonts/noto-sans';
const LETTERS = {
  regular: `${FONTS}/400Regular/NotoSans_400Regular.ttf`,
  bold: `${FONTS}/700Bold/NotoSans_700Bold.ttf`,
} as const;
const [INK, SOFT, GO] = ['#1d2a2e', '#54646a', '#17606b'];
const MARGINS = { top: 72, bottom: 76, left: 72, right: 72 };

/** How a piece of text looks, and what it is to a reader who hears it. */
const STYLES = {
  title: { font: 'bold', size: 24, color: INK, gap: 10, tag: 'H1' },
  heading: { font: 'bold', size: 15, color: INK, gap: 6, tag: 'H2' },
  term: { font: 'bold', size: 10, color: SOFT, gap: 0, tag: 'P' },
  text: { font: 'regular', size: 10.5, color: INK, gap: 7, tag: 'P' },
  soft: { font: 'regular', size: 9.5, color: SOFT, gap: 6, tag: 'P' },
  link: { font: 'regular', size: 10.5, color: GO, gap: 7, tag: 'Link' },
} as const;

/** What a program that opens the file knows of it without reading. */
export interface PaperFrame {
  readonly lang: Locale;
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  readonly at: Date;
}

/** What the library keeps of the font at hand; its types do not tell. */
interface Inside {
  readonly _font: { readonly font: { hasGlyphForCodePoint(point: number): boolean } };
}

/** Where a chapter begins, counted from 0. */
export interface Chapter {
  readonly title: string;
  readonly lang: string;
  readonly page: number;
  readonly place: string;
}

/**
 * A paper of A4 pages as a PDF file: tagged, with outline and contents, its letters in it. The same words make the
 * same file, byte for byte.
 */
export class Paper {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #frame: PaperFrame;
  readonly #whole: Promise<Buffer>;
  readonly #chapters: Chapter[] = [];
  /** Which signs the fonts have, as far as asked. */
  readonly #signs = new Map<string, boolean>();

  constructor(frame: PaperFrame) {
    const { title, author, subject, at, lang } = frame;
    this.#frame = frame;
    const keywords = frame.keywords.join('; ');
    this.#pdf = new Pdf({
      ...{ size: 'A4', margins: MARGINS, bufferPages: true, pdfVersion: '1.7' },
      ...{ tagged: true, displayTitle: true, lang, font: pathOf('regular') },
      info: {
        ...{ Title: title, Author: author, Subject: subject, Keywords: keywords },
        ...{ Creator: 'Homeward', CreationDate: at, ModDate: at },
      },
    });
    const pieces: Buffer[] = [];
    this.#whole = new Promise((resolve, reject) => {
      this.#pdf.on('data', (piece: Buffer) => pieces.push(piece));
      this.#pdf.on('end', () => resolve(Buffer.concat(pieces)));
      this.#pdf.on('error', reject);
    });
  }

  /**
   * The text as it can be drawn: signs that the fonts have not, such as pictures, are left out. Null where letters
   * would be missing: half a word is worse than none.
   */
  legible(text: string): string | null {
    const { font } = (this.#pdf.font(pathOf('regular')) as unknown as Inside)._font;
    let drawn = '';
    for (const sign of text.normalize('NFC')) {
      const has =
        this.#signs.get(sign) ??
        (sign === '\n' || font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
      this.#signs.set(sign, has);
      if (has) drawn += sign;
      else if (/[\p{L}\p{M}\p{N}]/u.test(sign)) return null;
    }
    return drawn
      .replace(/\p{Cf}/gu, '')
      .replace(/ {2,}/g, ' ')
      .trim();
  }

  /** A paragraph; `lang` where it is in another language than the paper, `to` where it leads out. */
  write(style: keyof typeof STYLES, text: string, more: { lang?: string; to?: string } = {}): void {
    const pdf = this.#pdf;
    const { tag, gap } = STYLES[style];
    const options = more.lang === undefined ? {} : { lang: more.lang };
    const drawn = () => {
      this.#dress(style).text(text, more.to === undefined ? {} : { link: more.to });
    };
    pdf.addStructure(pdf.struct(tag, options, drawn));
    pdf.y += gap;
  }

  /** A heading that the outline and the contents lead to; it never stands alone at the foot of a page. */
  chapter(title: string, lang: string, place: string): void {
    const pdf = this.#pdf;
    if (pdf.y > pdf.page.maxY() - 130) pdf.addPage();
    else pdf.y += 14;
    pdf.addNamedDestination(place, 'XYZ', MARGINS.left, pdf.y, null);
    pdf.outline.addItem(title);
    const page = pdf.bufferedPageRange().count - 1;
    this.#chapters.push({ title, lang, page, place });
    this.write('heading', title, lang === this.#frame.lang ? {} : { lang });
  }

  newPage(): void {
    this.#pdf.addPage();
  }

  /**
   * Keeps the pages that contents of these titles need, before the chapters are written, and gives back what fills
   * them in once it is known where each begins.
   */
  contents(heading: string, titles: readonly string[]): () => void {
    const pdf = this.#pdf;
    pdf.addPage();
    const first = pdf.bufferedPageRange().count - 1;
    const list = pdf.struct('TOC');
    this.write('heading', heading);
    pdf.addStructure(list);
    const width = pdf.page.width - MARGINS.left - MARGINS.right - 48;
    const places = titles.map((title) => {
      const height = this.#dress('text').heightOfString(title, { width });
      if (pdf.y + height > pdf.page.maxY()) pdf.addPage();
      const at = { page: pdf.bufferedPageRange().count - 1, y: pdf.y };
      pdf.y += height + 6;
      return at;
    });
    const last = pdf.bufferedPageRange().count - 1;
    pdf.addPage();
    return () => {
      for (const [index, { page, y }] of places.entries()) {
        const chapter = this.#chapters[index];
        if (chapter === undefined) continue;
        pdf.switchToPage(page);
        const drawn = () => {
          this.#dress('text').text(chapter.title, MARGINS.left, y, { width, goTo: chapter.place });
          const number = { width: 40, align: 'right', goTo: chapter.place } as const;
          pdf.text(String(chapter.page + 1), MARGINS.left + width + 8, y, number);
        };
        const { lang } = chapter;
        list.add(pdf.struct('TOCI', lang === this.#frame.lang ? {} : { lang }, drawn));
      }
      list.end();
      pdf.switchToPage(Math.max(first, last));
    };
  }

  /** Numbers the pages and closes the file. */
  async done(foot: string): Promise<Buffer> {
    const pdf = this.#pdf;
    const { count } = pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      pdf.switchToPage(page);
      // Below the margin no line may open a page of its own.
      pdf.page.margins.bottom = 0;
      const y = pdf.page.height - 46;
      pdf.markContent('Artifact', { type: 'Pagination' });
      const line = { lineBreak: false, ellipsis: true, height: 12 };
      this.#dress('soft').text(foot, MARGINS.left, y, { ...line, width: 380 });
      const number = { ...line, width: 60, align: 'right' } as const;
      pdf.text(`${page + 1} / ${count}`, pdf.page.width - MARGINS.right - 60, y, number);
      pdf.endMarkedContent();
      if (page % 20 === 19) await pause();
    }
    pdf.end();
    return this.#whole;
  }

  #dress(style: keyof typeof STYLES): PDFKit.PDFDocument {
    const { font, size, color } = STYLES[style];
    return this.#pdf.font(pathOf(font)).fontSize(size).fillColor(color);
  }
}

/** Lets the server answer others between two pieces of a long paper. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

// By their paths, and under no other name: the library opens a font anew whenever it has two names.
const asked = createRequire(import.meta.url);
const FILES = { regular: asked.resolve(LETTERS.regular), bold: asked.resolve(LETTERS.bold) };
const pathOf = (face: keyof typeof LETTERS) => FILES[face];
