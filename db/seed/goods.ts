import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The word that stands on every drawn picture: outlines, because a picture drawn on a bare machine finds no Persian letters there. */
const MARK = readFileSync(join(import.meta.dirname, 'demo-mark.svg'), 'utf8').replace(
  '<svg',
  '<svg x="352" y="312" width="112" height="36"',
)
const WIDTH = 480
const HEIGHT = 360

type Drawing = (hue: number) => string
const tone = (hue: number, light: number): string => `hsl(${hue},38%,${light}%)`
const rows = (n: number, draw: (place: number) => string): string => Array.from({ length: n }, (_, place) => draw(place)).join('')
const basket: Drawing = (hue) =>
  `<path d="M150 150 Q240 20 330 150" fill="none" stroke="${tone(hue, 38)}" stroke-width="12"/>
  <path d="M110 150 H370 L340 300 H140 Z" fill="${tone(hue, 62)}"/>
  ${rows(5, (row) => `<path d="M${114 + row * 6} ${172 + row * 26} H${366 - row * 6}" stroke="${tone(hue, 42)}" stroke-width="7" stroke-dasharray="18 14" stroke-dashoffset="${row * 16}"/>`)}`
const rug: Drawing = (hue) =>
  `<rect x="110" y="70" width="260" height="220" fill="${tone(hue, 44)}"/><rect x="126" y="86" width="228" height="188" fill="none" stroke="${tone(hue + 40, 76)}" stroke-width="8"/>
  ${rows(3, (row) => `<path d="M240 ${100 + row * 58} l46 28 l-46 28 l-46 -28 Z" fill="${tone(hue + 40, row === 1 ? 82 : 68)}"/>`)}
  ${rows(14, (place) => `<path d="M${118 + place * 18} 290 v16" stroke="${tone(hue + 40, 70)}" stroke-width="3"/>`)}`
const cloth: Drawing = (hue) =>
  `${rows(4, (row) => `<rect x="${120 - row * 4}" y="${230 - row * 44}" width="${240 + row * 8}" height="38" rx="16" fill="${tone(hue, 40 + row * 9)}"/>`)}
  <path d="M120 248 H360" stroke="${tone(hue + 30, 84)}" stroke-width="4"/>`
const shells: Drawing = (hue) =>
  `<rect x="110" y="70" width="260" height="220" fill="none" stroke="${tone(hue, 46)}" stroke-width="26"/>
  ${rows(7, (place) => `<ellipse cx="${150 + (place % 4) * 60}" cy="${place < 4 ? 140 : 220}" rx="24" ry="17" fill="${tone(hue + place * 9, 82)}" stroke="${tone(hue, 60)}" stroke-width="3"/>`)}`
const trap: Drawing = (hue) =>
  `<path d="M100 290 A140 190 0 0 1 380 290 Z" fill="none" stroke="${tone(hue, 40)}" stroke-width="7"/>
  ${rows(6, (place) => `<path d="M${124 + place * 46} 290 Q${180 + place * 24} 160 240 102" fill="none" stroke="${tone(hue, 52)}" stroke-width="3"/>`)}
  ${rows(4, (row) => `<path d="M${104 + row * 18} ${262 - row * 40} H${376 - row * 18}" stroke="${tone(hue, 52)}" stroke-width="3"/>`)}
  <circle cx="240" cy="262" r="26" fill="none" stroke="${tone(hue, 32)}" stroke-width="6"/>`
const jacket: Drawing = (hue) =>
  `<path d="M170 80 L230 66 L250 66 L310 80 L372 170 L330 194 L312 166 V290 H168 V166 L150 194 L108 170 Z" fill="${tone(hue, 46)}"/>
  <path d="M240 70 V290" stroke="${tone(hue, 30)}" stroke-width="4"/><path d="M168 208 H312" stroke="${tone(55, 70)}" stroke-width="14"/>
  <rect x="262" y="132" width="34" height="36" fill="${tone(hue, 36)}"/>`
const pack: Drawing = (hue) =>
  `<path d="M150 90 H330 L346 300 H134 Z" fill="${tone(hue, 72)}"/><path d="M146 90 h188 v18 h-188 Z" fill="${tone(hue, 48)}"/>
  <rect x="176" y="140" width="128" height="70" rx="10" fill="#fff"/>
  ${rows(8, (place) => `<ellipse cx="${168 + place * 21}" cy="${246 + (place % 2) * 22}" rx="13" ry="9" fill="${tone(hue, 34)}"/>`)}`
const jar: Drawing = (hue) =>
  `<rect x="192" y="70" width="96" height="30" rx="6" fill="${tone(hue, 34)}"/><path d="M186 104 H294 Q330 130 326 300 H154 Q150 130 186 104 Z" fill="${tone(hue, 66)}" stroke="${tone(hue, 46)}" stroke-width="4"/>
  <path d="M160 180 H322 L324 296 H156 Z" fill="${tone(hue, 30)}"/><rect x="194" y="204" width="92" height="58" rx="8" fill="#fff"/>`
const plant: Drawing = (hue) =>
  `<path d="M176 220 H304 L286 300 H194 Z" fill="${tone(20, 52)}"/>
  ${rows(5, (place) => `<path d="M240 222 Q${150 + place * 45} ${150 - (place % 2) * 40} ${130 + place * 55} ${116 + (place % 3) * 14} Q${190 + place * 25} 190 240 222 Z" fill="${tone(hue, 38 + place * 5)}"/>`)}`

/** How the goods of a field are drawn, and in which hue; a service has nothing to show. */
const drawings: Readonly<Record<string, readonly [draw: Drawing, hue: number]>> = {
  HB001: [basket, 42],
  HB002: [cloth, 30],
  HB003: [rug, 8],
  HB006: [shells, 28],
  HB014: [trap, 205],
  HB020: [jacket, 212],
  HB025: [pack, 24],
  HB026: [jar, 20],
  HB029: [jar, 34],
  HB042: [pack, 195],
  HB049: [plant, 120],
  HB050: [pack, 96],
  HB052: [pack, 30],
}
/** A drawn picture of goods, marked as the demonstration's; a second one shows them in another light. Undefined for a service. */
export function drawGoods(fieldCode: string, take: number): string | undefined {
  const [draw, hue] = drawings[fieldCode] ?? []
  if (draw === undefined || hue === undefined) return undefined
  const ground = tone(hue + 12 * take, 93 - 6 * take)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="${ground}"/>
  <ellipse cx="240" cy="304" rx="150" ry="14" fill="#000" opacity="0.12"/>${draw(hue + 12 * take)}
  <rect x="340" y="308" width="140" height="44" fill="#0B6258"/>${MARK}</svg>`
}
