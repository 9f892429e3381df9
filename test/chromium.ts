import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

let unpacked: Promise<{ readonly executablePath: string; readonly args: readonly string[] }> | undefined
/** The package unpacks 200 MB into the temporary folder and runs whatever lies there: once a worker, into a folder that is ours alone. */
async function unpack() {
  const before = process.env.TMPDIR
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'kariz-chromium-'))
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    // In a single process, closing one page's context ends the whole browser; a graphics card played by the processor costs more than it draws.
    const left = /^--(?:single-process|no-zygote|in-process-gpu|ignore-gpu-blocklist|use-gl|use-angle|enable-unsafe-swiftshader)/
    const args = [...packaged.args.filter((flag) => !left.test(flag)), '--disable-gpu']
    return { executablePath: process.env.KARIZ_CHROMIUM ?? (await packaged.executablePath()), args }
  } finally {
    // Whoever comes after has the usual one again.
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
/** A headless Chromium: the one of KARIZ_CHROMIUM, or the one from the packages, unpacked into a folder of its own that nobody else can write. */
export async function openBrowser(): Promise<Browser> {
  unpacked ??= unpack()
  const { executablePath, args } = await unpacked
  return chromium.launch({ executablePath, args: [...args], headless: true })
}
