const decoder = new TextDecoder('windows-1256')
const byteOf = new Map(Array.from({ length: 256 }, (_, byte): [string, number] => [decoder.decode(Uint8Array.of(byte)), byte]))
/** Letters the old code page lacks, as people typed them then: Arabic yeh, plain heh; Persian digits as Latin ones. */
const substitutes: Readonly<Record<string, string>> = { ی: 'ي', ۀ: 'ه', ة: 'ه', '٫': '.', '٬': ',' }

/** A text in the code page of old Persian office programs; what it cannot say becomes a question mark. */
export function inWindows1256(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text.normalize('NFC'), (sign) => byteOf.get(substitutes[sign] ?? digit(sign)) ?? 0x3f))
}
function digit(sign: string): string {
  return /[۰-۹]/.test(sign) ? String(sign.charCodeAt(0) - 0x06f0) : sign
}
