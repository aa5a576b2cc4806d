import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Day } from '../protocol/day'

export type PaperLanguage = 'nl' | 'en'

/** What every paper says of itself: the title also stands in its properties, the foot on every page. */
export type Imprint = {
  readonly title: string
  readonly language: PaperLanguage
  readonly on: Day
  readonly foot: string
}

const fontFile = createRequire(import.meta.url).resolve
const FONTS = {
  body: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  strong: '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
}
/** Points of 1/72 inch on A4. */
const MARGIN = 62
const SIZES = { title: 20, heading: 13, body: 11, foot: 8.5 }
const SIGNATURE = { width: 220, height: 70, block: 150 }
/** Nobody's name is longer; what is, was not typed by hand and would only fill pages. */
const LONGEST = 400

/** What the font has no letters for: other scripts than those of Europe, pictures, halves of characters. */
const FOREIGN =
  /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}])[\s\S]|[\p{Cs}\p{Co}]|(?!\d)\p{Emoji_Presentation}/gu

/**
 * Text as it can be printed: composed letters, a question mark for what the font does not have, one line, nothing that steers a reader (control characters, marks that
 * turn the direction of writing), at most 400 characters.
 */
export function printable(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
    .replace(FOREIGN, '?')
    .trim()
  const letters = [...plain]
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : plain
}

/** What a paper is written with. */
export type Sheet = {
  readonly heading: (text: string) => void
  readonly paragraph: (text: string) => void
  /** A label and what stands behind it, in bold. */
  readonly line: (label: string, value: string) => void
  /** Who signed with what picture; a dotted line to sign on when there is none. Stays on one page. */
  readonly signature: (label: string, name: string, png: Buffer | undefined, alt: string) => void
}

/**
 * Writes an A4 paper and gives its bytes: tagged for screen readers, with language and title, real letters of an
 * embedded font, and "page x of y". The same input gives the same bytes: its date is the day that it is about.
 */
export function writePaper({ title, language, on, foot }: Imprint, write: (sheet: Sheet) => void): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    lang: language,
    font: fontFile(FONTS.body),
    info: { Title: title, Creator: 'Koppel', Producer: 'Koppel', CreationDate: new Date(`${on}T00:00:00Z`) },
  })
  doc.registerFont('body', fontFile(FONTS.body)).registerFont('strong', fontFile(FONTS.strong))
  const finished = collected(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const say = (structType: string, font: keyof typeof FONTS, size: number, text: string) =>
    doc.font(font).fontSize(size).text(text, { structParent: root, structType, lineGap: 2 })
  say('H1', 'strong', SIZES.title, title)
  write({
    heading: (text) => {
      roomFor(doc, 60)
      doc.moveDown(0.7)
      say('H2', 'strong', SIZES.heading, text)
      doc.moveDown(0.2)
    },
    paragraph: (text) => {
      say('P', 'body', SIZES.body, text)
      doc.moveDown(0.25)
    },
    line: (label, value) => {
      roomFor(doc, 40)
      say('P', 'body', SIZES.body, label)
      say('P', 'strong', SIZES.body, value)
      doc.moveDown(0.35)
    },
    signature: (label, name, png, alt) => {
      roomFor(doc, SIGNATURE.block)
      say('P', 'body', SIZES.body, label)
      if (name) say('P', 'strong', SIZES.body, name)
      if (png) {
        const { width, height } = SIGNATURE
        root.add(doc.struct('Figure', { alt }, () => doc.image(png, { fit: [width, height] })))
      } else {
        doc.moveDown(2)
        say('P', 'body', SIZES.body, '.'.repeat(60))
      }
      doc.moveDown(0.6)
    },
  })
  root.end()
  number(doc, language, foot)
  doc.end()
  return finished
}

function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
}

/** A new page when less than this many points are left. */
function roomFor(doc: PDFKit.PDFDocument, points: number) {
  if (doc.y + points > doc.page.height - MARGIN) doc.addPage()
}

/** The foot of every page, once all pages are known; screen readers pass over it. */
function number(doc: PDFKit.PDFDocument, language: PaperLanguage, foot: string) {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    // the foot stands below the margin, where text would otherwise open another page
    doc.page.margins.bottom = 0
    const of = language === 'nl' ? `blad ${page + 1} van ${count}` : `page ${page + 1} of ${count}`
    doc.markContent('Artifact', { type: 'Pagination' })
    doc
      .font('body')
      .fontSize(SIZES.foot)
      .text(`${foot} · ${of}`, MARGIN, doc.page.height - MARGIN / 2 - SIZES.foot, { lineBreak: false })
    doc.endMarkedContent()
  }
}
