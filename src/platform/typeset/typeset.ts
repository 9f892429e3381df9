import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { renderSVG } from 'uqr'
import { shownDigits } from '../speech.ts'
import type { Language } from '../words.ts'

/** One part of a paper, from top to bottom. Texts come from the words of a room, figures and days already in the reader's digits. */
export type Block =
  | { readonly kind: 'heading' | 'text' | 'large'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'lines'
      readonly head: readonly string[]
      /** Relative widths of the columns. */
      readonly widths: readonly number[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'points'; readonly items: readonly string[] }
  /** A code to be scanned, with the same text beside it for the eye, in the reader's digits. */
  | { readonly kind: 'code'; readonly text: string }
  /** Empty lines for the pen. */
  | { readonly kind: 'space'; readonly lines: number }
  /** What follows stands on the other side. */
  | { readonly kind: 'side' }
  | { readonly kind: 'signatures'; readonly names: readonly string[] }

/** A paper: what stands on its head, its parts, and its format. Empty texts are left out. */
export interface Sheet {
  readonly size: 'a4' | 'a6'
  readonly language: Language
  readonly letterhead: string
  readonly title: string
  /** Number, date and the like, at the upper end. */
  readonly register: readonly (readonly [label: string, value: string])[]
  readonly blocks: readonly Block[]
  readonly footer: string
  /** A line over everything, as in the demonstration; none otherwise. */
  readonly mark?: string | undefined
}

const here = dirname(fileURLToPath(import.meta.url))
const MOST_PAGES = 200
const template = readFileSync(join(here, 'sheet.typ'), 'utf8')
type Compiler = import('@myriaddreamin/typst-ts-node-compiler').NodeCompiler
let compiler: Promise<Compiler> | undefined
/** Made at the first paper: the library and its faces cost start-up time that most starts do not need. */
async function makeCompiler(): Promise<Compiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const fonts = join(dirname(fileURLToPath(import.meta.resolve('vazirmatn/package.json'))), 'fonts/ttf')
  return NodeCompiler.create({ workspace: here, fontArgs: [{ fontPaths: [fonts] }] })
}

/** Numbers whose parts are joined keep their order within Persian words: file numbers, codes, numbers of papers. */
export function withNumbersInOrder(text: string): string {
  return text.replace(/[۰-۹]+(?:-[۰-۹]+)+/g, '\u2066$&\u2069')
}
/**
 * Sets a paper as PDF. What a person wrote travels as data and is never read as markup. About 20 ms a page once the compiler is warm.
 */
export async function typeset(sheet: Sheet): Promise<Buffer> {
  compiler ??= makeCompiler()
  const setter = await compiler
  const shown = {
    ...sheet,
    mark: sheet.mark ?? null,
    direction: sheet.language === 'fa' ? 'rtl' : 'ltr',
    pages: Array.from({ length: MOST_PAGES }, (_, page) => new Intl.NumberFormat(sheet.language).format(page + 1)),
    blocks: sheet.blocks.map((block) =>
      block.kind === 'code'
        ? { ...block, svg: renderSVG(block.text), shown: `\u2066${shownDigits(block.text, sheet.language)}\u2069` }
        : block,
    ),
  }
  return setter.pdf({ mainFileContent: template, inputs: { sheet: withNumbersInOrder(JSON.stringify(shown)) } })
}
