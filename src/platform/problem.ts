import { errorCodes, type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { ZodError, type z } from 'zod'
import { constraintOf, isBadValue, isDiskFull, isTakenId, isUnknownReference, isUnreachable } from './db.ts'
import { words } from './own-words.ts'
import { Refusal } from './refusal.ts'
import { type Catalogue, format, type Language, type Values } from './words.ts'

/** Which constraints a user can trip over, and the refusal each becomes. Rooms add theirs through `src/app/rooms.ts`. */
export type ConstraintRefusals = ReadonlyMap<string, string>
export interface Sentences {
  readonly fa: Catalogue
  readonly en: Catalogue
}
interface Problem {
  readonly status: number
  readonly codes: readonly string[]
  readonly values: Values
  readonly fields: readonly Field[]
}
interface Field {
  readonly path: string
  readonly code: string
  readonly values: Values
}

/** Every error becomes problem+json with a code and a sentence in the reader's language; a defect shows its request id and nothing else. */
export function answerProblems(app: FastifyInstance, sentences: Sentences, constraints: ConstraintRefusals): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error, constraints)
    // A value no contract stopped is answered as bad input and still told to whoever mends the contract.
    if (problem.status === 503) request.log.warn({ code: error.code, name: error.name }, 'busy')
    else if (problem.status >= 500 || isBadValue(error))
      request.log.error({ code: error.code, name: error.name, stack: stackOf(error), constraint: constraintOf(error) }, 'defect')
    return sendProblem(request, reply, problem, sentences)
  })
}
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem, sentences: Sentences): FastifyReply {
  const language: Language = (request.headers['accept-language'] ?? 'fa').toLowerCase().startsWith('en') ? 'en' : 'fa'
  const say = (code: string, values: Values): string =>
    format(sentences[language].get(code) ?? sentences.fa.get(code) ?? code, language, values)
  const reasons = problem.codes.map((code) => ({ code, sentence: say(code, problem.values) }))
  // An address that asked too often waits for the hour, everybody else a moment.
  if (problem.codes.includes('platform.too-many-from-here')) void reply.header('retry-after', '3600')
  else if (problem.status === 429 || problem.status === 503) void reply.header('retry-after', '5')
  return reply
    .status(problem.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: reasons[0]?.sentence ?? '',
        status: problem.status,
        reasons,
        fields: problem.fields.map(({ path, code, values }) => ({ path, code, sentence: say(code, values) })),
        requestId: request.id,
      }),
    )
}
export const notFound: Problem = { status: 404, codes: [words['not-found'].id], values: {}, fields: [] }
export const badAddress: Problem = { status: 400, codes: [words['bad-input'].id], values: {}, fields: [] }

function problemOf(error: FastifyError, constraints: ConstraintRefusals): Problem {
  if (error instanceof Refusal) return { status: statusOf(error.codes), codes: error.codes, values: error.details, fields: [] }
  if (error instanceof ZodError) return { status: 400, codes: [words['bad-input'].id], values: {}, fields: error.issues.flatMap(fieldsOf) }
  const refusal = constraints.get(constraintOf(error) ?? '')
  if (refusal !== undefined) return { status: 409, codes: [refusal], values: {}, fields: [] }
  if (isTakenId(error)) return { status: 409, codes: [words['id-taken'].id], values: {}, fields: [] }
  if (isUnknownReference(error)) return notFound
  if (isBadValue(error)) return badAddress
  if (isDiskFull(error)) return { status: 507, codes: [words['disk-full'].id], values: {}, fields: [] }
  if (isUnreachable(error)) return { status: 503, codes: [words.busy.id], values: {}, fields: [] }
  if (error instanceof errorCodes.FST_ERR_CTP_BODY_TOO_LARGE) return { status: 413, codes: [words['too-large'].id], values: {}, fields: [] }
  if (error instanceof errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE)
    return { status: 415, codes: [words['unsupported-media'].id], values: {}, fields: [] }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return { status: error.statusCode, codes: [error.statusCode === 429 ? words.busy.id : words['bad-input'].id], values: {}, fields: [] }
  return { status: 500, codes: [words.defect.id], values: {}, fields: [] }
}
/** The status of a refusal, from its codes. */
export function statusOf(codes: readonly string[]): number {
  if (codes.includes('access.signed-out')) return 401
  if (codes.includes('platform.not-found')) return 404
  if (codes.includes('platform.busy')) return 503
  if (codes.includes('platform.too-many-from-here')) return 429
  if (codes.includes('platform.bad-input') || codes.includes('platform.bad-text') || codes.includes('platform.command-missing')) return 400
  if (codes.includes('platform.too-large')) return 413
  if (codes.includes('platform.unsupported-media')) return 415
  return codes.some((code) => code.startsWith('access.')) ? 403 : 409
}
/** The words of zod become our own: never its English. A custom refinement may carry a refusal code as its message. */
function fieldsOf(issue: z.core.$ZodIssue): readonly Field[] {
  const path = issue.path.map(String).join('.')
  const field = (code: string, values: Values = {}): readonly Field[] => [{ path, code, values }]
  switch (issue.code) {
    case 'invalid_type':
      return field(
        issue.input === undefined || issue.input === null || issue.input === '' ? 'platform.field-required' : 'platform.field-wrong',
      )
    case 'too_small':
      return issue.origin === 'string'
        ? field('platform.field-too-short', { minimum: Number(issue.minimum) })
        : field('platform.field-too-small', { minimum: Number(issue.minimum) })
    case 'too_big':
      return issue.origin === 'string'
        ? field('platform.field-too-long', { maximum: Number(issue.maximum) })
        : field('platform.field-too-big', { maximum: Number(issue.maximum) })
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, 20)
        .map((key) => ({ path: [path, key].filter(Boolean).join('.').slice(0, 80), code: 'platform.field-unknown', values: {} }))
    case 'custom':
      return field(/^[a-z]+\.[a-z-]+$/.test(issue.message) ? issue.message : 'platform.field-wrong')
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_union':
    case 'invalid_value':
    case 'not_multiple_of':
      return field('platform.field-wrong')
  }
}
/** A stack without its message: messages of drivers may quote a value. */
function stackOf(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12)
    .join('\n')
}
