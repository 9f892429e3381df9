/** Why the house could not start; each kind has a sentence that says what to do. */
export const startFailures = [
  'node-too-old',
  'unsupported-platform',
  'no-user-namespaces',
  'another-kariz',
  'port-taken',
  'disk-full',
  'database-unreachable',
  'database-too-old',
  'database-may-not-create-roles',
  'database-did-not-start',
  'newer-data',
  'folder-of-other-kind',
  'demo-is-loopback-only',
  'key-file-unreadable',
  'key-missing',
  'key-of-another-house',
  'unknown-option',
] as const
export type StartFailureKind = (typeof startFailures)[number]

export class StartFailure extends Error {
  readonly kind: StartFailureKind
  readonly detail: string
  constructor(kind: StartFailureKind, detail = '') {
    super(`${kind} ${detail}`.trim())
    this.kind = kind
    this.detail = detail
  }
}
