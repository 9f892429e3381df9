/** Constraints of this room a user can trip over, and the refusal each becomes. */
export const peopleConstraints: readonly (readonly [constraint: string, refusal: string])[] = [
  ['document_pkey', 'people.document-already'],
  ['request_open', 'people.request-open'],
  ['ground_pkey', 'people.ground-already'],
]
