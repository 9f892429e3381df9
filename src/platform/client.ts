import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import type { Route } from './route.ts'
import { newCommandId, type Sending, sendingOf } from './sending.ts'

export { newCommandId }

/** A refusal or fault as the server said it, with its sentences in the reader's language. */
export class Problem extends Error {
  readonly status: number
  readonly reasons: readonly { readonly code: string; readonly sentence: string }[]
  readonly fields: readonly { readonly path: string; readonly sentence: string }[]
  readonly requestId: string
  constructor(status: number, body: unknown) {
    super(`problem ${status}`)
    this.status = status
    const parts = partsOf(body)
    this.reasons = parts.reasons
    this.fields = parts.fields
    this.requestId = parts.requestId
  }
}
/** No answer came at all: the network is away. */
export class Offline extends Error {}
/** Whether the work may have been done all the same: nothing came back, or something between us and the house spoke for it. */
const isUnanswered = (error: Error | null): boolean => error instanceof Offline || (error instanceof Problem && error.status > 500)

function partsOf(body: unknown): Pick<Problem, 'reasons' | 'fields' | 'requestId'> {
  const record = typeof body === 'object' && body !== null ? body : {}
  const listed = (name: string): readonly object[] => {
    const value: unknown = Reflect.get(record, name)
    return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : []
  }
  const said = (one: object, name: string): string => String(Reflect.get(one, name) ?? '')
  return {
    reasons: listed('reasons').map((one) => ({ code: said(one, 'code'), sentence: said(one, 'sentence') })),
    fields: listed('fields').map((one) => ({ path: said(one, 'path'), sentence: said(one, 'sentence') })),
    requestId: said(record, 'requestId'),
  }
}

const ASSIGNMENT = 'kariz-assignment'
/** The assignment in which this tab acts; another tab may act in another. */
export function currentAssignment(): string | null {
  return sessionStorage.getItem(ASSIGNMENT)
}
export function actIn(assignmentId: string | null): void {
  if (assignmentId === null) sessionStorage.removeItem(ASSIGNMENT)
  else sessionStorage.setItem(ASSIGNMENT, assignmentId)
}

interface How {
  readonly command?: string
  readonly file?: File
}
/** Speaks to one route. Writes carry their command id, so that sending again does the work once. */
export async function call<I extends z.ZodType, O extends z.ZodType>(
  route: Route<I, O>,
  input: z.input<I>,
  { command, file }: How = {},
): Promise<z.output<O>> {
  const { url, rest } = addressOf(route.path, input)
  const isQuery = route.method === 'GET' || route.upload !== undefined
  const response = await fetch(`/api${url}${isQuery ? queryOf(rest) : ''}`, {
    method: route.method,
    headers: headersOf(command, isQuery ? file?.type : 'application/json'),
    ...(file !== undefined ? { body: file } : isQuery ? {} : { body: JSON.stringify(rest) }),
  }).catch(() => {
    throw new Offline('no network')
  })
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw new Problem(response.status, body)
  return route.output.parse(body)
}
function headersOf(command: string | undefined, contentType: string | undefined): Record<string, string> {
  const assignment = currentAssignment()
  return {
    'accept-language': document.documentElement.lang === 'en' ? 'en' : 'fa',
    ...(assignment === null ? {} : { 'kariz-assignment': assignment }),
    ...(command === undefined ? {} : { 'idempotency-key': command, 'kariz-device-time': new Date().toISOString() }),
    ...(contentType === undefined ? {} : { 'content-type': contentType === '' ? 'application/octet-stream' : contentType }),
  }
}
function addressOf(path: string, input: unknown): { readonly url: string; readonly rest: Readonly<Record<string, unknown>> } {
  const rest: Record<string, unknown> = typeof input === 'object' && input !== null ? { ...input } : {}
  const url = path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = plainText(rest[name])
    delete rest[name]
    return encodeURIComponent(value)
  })
  return { url, rest }
}
function plainText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
function queryOf(rest: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(rest).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, plainText(value)]],
  )
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`
}

interface Reading {
  readonly enabled?: boolean
  readonly every?: number | undefined
  /** Never what was read on an earlier visit to the page. */
  readonly isFresh?: boolean
}
/** Reads a route; the old content stays while new comes. `enabled: false` waits. */
export function useRead<I extends z.ZodType, O extends z.ZodType>(
  route: Route<I, O>,
  input: z.input<I>,
  { enabled = true, every, isFresh = false }: Reading = {},
) {
  return useQuery({
    queryKey: [route.method, route.path, input, currentAssignment()],
    queryFn: () => call(route, input),
    // A list keeps its last page while the next loads; what names one thing in its path never shows another one's content.
    ...(route.path.includes(':') ? {} : { placeholderData: keepPreviousData }),
    enabled,
    ...(isFresh ? { gcTime: 0 } : {}),
    retry: (count, error) => error instanceof Offline && count < 2,
    ...(every === undefined ? {} : { refetchInterval: every }),
  })
}
interface Writing<Input> {
  /** In the background: what was read is not read again. */
  readonly isQuiet?: boolean
  /** Comes at once, before what was read is read again, and also when the part of the page that asked is gone by then. */
  readonly onDone?: (input: Input) => void
}
interface Saying<Input> {
  readonly input: Input
  readonly file?: File
  /** The command of what lay on this device: the same one whenever it goes out. */
  readonly kept?: string
}
/**
 * Writes a route. A sending that got no answer is sent again as it was when the same is said again, so that a lost answer does
 * the work once; a second tap while the first is underway waits for the same answer. What was read is read again afterwards.
 */
export function useWrite<I extends z.ZodType, O extends z.ZodType>(
  route: Route<I, O>,
  { isQuiet = false, onDone }: Writing<z.input<I>> = {},
) {
  const queries = useQueryClient()
  const unanswered = useRef<Sending<z.input<I>> | undefined>(undefined)
  const underway = useRef<Promise<z.output<O>> | undefined>(undefined)
  return useMutation({
    mutationFn: async ({ input, file, kept }: Saying<z.input<I>>) => {
      const sending = sendingOf(input, unanswered.current, kept)
      if (sending !== unanswered.current || underway.current === undefined) {
        const answer = call(route, sending.input, { command: sending.command, ...(file === undefined ? {} : { file }) })
        underway.current = answer
      }
      unanswered.current = sending
      return underway.current
    },
    ...(onDone === undefined ? {} : { onSuccess: (_answer: z.output<O>, { input }: Saying<z.input<I>>) => onDone(input) }),
    onSettled: async (_answer, error) => {
      const settled = unanswered.current
      if (!isQuiet) await queries.invalidateQueries()
      // Not before the page shows what was done: a second tap in between is answered by the first.
      if (unanswered.current !== settled) return
      underway.current = undefined
      if (!isUnanswered(error)) unanswered.current = undefined
    },
  })
}
/** A file on its way: how much of it is sent (0 to 1, null while none is), what went wrong, and a way to stop. */
export interface Uploading {
  readonly sent: number | null
  readonly error: Error | null
  readonly cancel: () => void
}
/** Sends a file to a route that takes one, telling how far it is. Stopping leaves nothing behind: the server keeps no half of a file. */
export function useUpload<I extends z.ZodType, O extends z.ZodType>(route: Route<I, O>) {
  const queries = useQueryClient()
  const stopper = useRef<AbortController>(undefined)
  const [sent, setSent] = useState<number | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const send = async (input: z.input<I>, file: File): Promise<z.output<O> | undefined> => {
    const stopping = new AbortController()
    const { signal } = stopping
    stopper.current = stopping
    setError(null)
    setSent(0)
    try {
      return await sendFile(route, input, { file, signal, onSent: setSent })
    } catch (thrown) {
      if (!signal.aborted) setError(thrown instanceof Error ? thrown : new Error('unknown'))
      return undefined
    } finally {
      setSent(null)
      await queries.invalidateQueries()
    }
  }
  return { send, sent, error, cancel: () => stopper.current?.abort() }
}
interface FileSending {
  readonly file: File
  readonly signal: AbortSignal
  readonly onSent: (share: number) => void
}
/** The one request that cannot be a `fetch`: it does not tell how much of a body has gone. */
function sendFile<I extends z.ZodType, O extends z.ZodType>(
  route: Route<I, O>,
  input: z.input<I>,
  { file, signal, onSent }: FileSending,
): Promise<z.output<O>> {
  const { url, rest } = addressOf(route.path, input)
  const request = new XMLHttpRequest()
  request.open(route.method, `/api${url}${queryOf(rest)}`)
  for (const [name, value] of Object.entries(headersOf(newCommandId(), file.type))) request.setRequestHeader(name, value)
  return new Promise((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total))
    request.addEventListener('error', () => reject(new Offline('no network')))
    request.addEventListener('abort', () => reject(new Offline('stopped')))
    request.addEventListener('load', () => {
      const body = jsonOf(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(route.output.parse(body))
      else reject(new Problem(request.status, body))
    })
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
async function fileOf<I extends z.ZodType, O extends z.ZodType>(route: Route<I, O>, input: z.input<I>): Promise<Response> {
  const { url, rest } = addressOf(route.path, input)
  const response = await fetch(`/api${url}${queryOf(rest)}`, { headers: headersOf(undefined, undefined) })
  if (!response.ok) throw new Problem(response.status, await response.json().catch(() => undefined))
  return response
}
/** Reads a picture as an address that an image takes: it stands in the page itself, so that nothing is left to let go. */
export function usePicture<I extends z.ZodType, O extends z.ZodType>(route: Route<I, O>, input: z.input<I>) {
  return useQuery({
    queryKey: ['file', route.path, input, currentAssignment()],
    queryFn: async () => addressOfBytes(await (await fileOf(route, input)).blob()),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
function addressOfBytes(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''))
    reader.addEventListener('error', () => reject(new Error('the picture could not be read')))
    reader.readAsDataURL(blob)
  })
}
/** Fetches a download with the headers it needs and hands it to the browser. */
export async function download<I extends z.ZodType, O extends z.ZodType>(route: Route<I, O>, input: z.input<I>): Promise<void> {
  const response = await fileOf(route, input)
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'file'
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = decodeURIComponent(name)
  link.click()
  URL.revokeObjectURL(address)
}
