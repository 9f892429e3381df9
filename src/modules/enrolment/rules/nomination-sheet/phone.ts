import { parseMobile, parsePhone } from '../../../../platform/identifiers.ts'
import { asciiDigits, searchKey } from '../../../../platform/persian.ts'

export type WhosePhone = 'own' | 'relative' | 'neighbour' | 'shared'
export interface ReadContact {
  readonly phone: string | null
  readonly whosePhone: WhosePhone | null
  /** Something stood there, but nothing one can call. */
  readonly isWrong: boolean
  readonly isOneOfSeveral: boolean
}
const WHOSE: readonly (readonly [WhosePhone, RegExp])[] = [
  ['own', /(^| )(خود|خودش|خودم|شخصی|متقاضی|مددجو|خود فرد|خودشان)( |$)/],
  ['shared', /(^| )(مشترک|خانه|منزل|خانواده|روستا)( |$)/],
  ['neighbour', /(^| )(همسایه|همسایگان|مغازه|دهیار|دهیاری)( |$)/],
  [
    'relative',
    /(^| )(فرزند|پسر|دختر|پسرش|دخترش|برادر|خواهر|مادر|پدر|داماد|عروس|عمو|دایی|خاله|عمه|نوه|بستگان|فامیل|خویشاوند|برادرزاده|خواهرزاده|اقوام)( |$)/,
  ],
]

/** The number one can call and whose it is, from its own column or from what stands beside the number («0917… همسایه»). */
export function readContact(phoneCell: string, whoseCell: string): ReadContact {
  const numbers = numbersIn(phoneCell)
  const phone = numbers.find((one) => one.startsWith('+989')) ?? numbers[0] ?? null
  const beside = phoneCell.replace(/[\d\u06f0-\u06f9\u0660-\u0669]+/g, ' ')
  return {
    phone,
    whosePhone: phone === null ? null : (whoseOf(whoseCell) ?? whoseOf(beside)),
    isWrong: phone === null && phoneCell !== '',
    isOneOfSeveral: numbers.length > 1,
  }
}
function whoseOf(text: string): WhosePhone | null {
  const key = searchKey(text.replace(/[()]/g, ' '))
  return WHOSE.find(([, words]) => words.test(key))?.[0] ?? null
}
/** Every number of a cell, mobiles and landlines, each once. */
function numbersIn(cell: string): readonly string[] {
  const whole = parsePhone(cell)
  if ('value' in whole) return [whole.value]
  const pieces = asciiDigits(cell)
    .replace(/\p{L}+/gu, ';')
    .split(/[;,،/\\|\n:()]+| - | {2,}|(?<=\d{10}) *- *(?=0?9)|(?<=\d{10}) (?=0?9)/)
  const found = pieces.flatMap((piece) => {
    const read = /\d/.test(piece) ? parsePhone(piece) : undefined
    return read !== undefined && 'value' in read ? [read.value] : []
  })
  const joined = found.length > 0 ? undefined : parseMobile(pieces.join(''))
  return joined !== undefined && 'value' in joined ? [joined.value] : [...new Set(found)]
}
