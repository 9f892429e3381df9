import sax from 'sax'
import { refuse } from '../refusal.ts'

/** The value of an attribute; `:id` asks for it under whatever prefix the program chose. */
export type Attribute = (name: string) => string | undefined
export interface XmlHooks {
  readonly open?: (tag: string, attribute: Attribute) => void
  readonly text?: (piece: string) => void
  readonly close?: (tag: string) => void
}
export interface XmlReader {
  write(bytes: Uint8Array): void
  end(): void
}
/** A workbook nests a handful of levels and gives a tag a dozen attributes; more of either is made to fill the memory. */
const MOST_LEVELS = 64
const MOST_ATTRIBUTES = 200

/**
 * A streaming reader of one XML part; tags come without their prefix. Refuses platform.sheet-unreadable for what is not well formed, and for any
 * document type declaration: offices send none, and entity bombs need one.
 */
export function xmlReader({ open, text, close }: XmlHooks): XmlReader {
  const parser = sax.parser(true, { trim: false, position: false })
  let decoder: TextDecoder | undefined
  let levels = 0
  let attributesOfTag = 0
  const refuseXml = (): never => refuse('platform.sheet-unreadable')
  parser.onattribute = () => {
    if (++attributesOfTag > MOST_ATTRIBUTES) refuseXml()
  }
  parser.onopentag = ({ name, attributes }) => {
    attributesOfTag = 0
    if (++levels > MOST_LEVELS) refuseXml()
    open?.(localName(name), (key) => {
      const value = attributes[key.startsWith(':') ? (Object.keys(attributes).find((one) => one.endsWith(key)) ?? '') : key]
      return typeof value === 'object' ? value.value : value
    })
  }
  parser.onclosetag = (name) => {
    levels--
    close?.(localName(name))
  }
  const said = (piece: string): void => text?.(piece)
  parser.ontext = said
  parser.oncdata = said
  parser.ondoctype = refuseXml
  parser.onerror = refuseXml
  return {
    write: (bytes) => {
      decoder ??= new TextDecoder(encodingOf(bytes))
      parser.write(decoder.decode(bytes, { stream: true }))
    },
    end: () => {
      parser.close()
    },
  }
}
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
