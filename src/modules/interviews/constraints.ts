/** Constraints of this room a user can trip over, and the refusal each becomes. */
export const interviewsConstraints: readonly (readonly [constraint: string, refusal: string])[] = [
  ['interview_slot', 'interviews.slot-taken'],
  ['interview_open_once', 'interviews.already-planned'],
  ['session_room_free', 'interviews.room-taken'],
  ['panel_member_free', 'interviews.member-taken'],
  ['panel_member_pkey', 'interviews.twice-on-panel'],
  ['dissent_pkey', 'interviews.already-dissented'],
  ['agreed_pkey', 'interviews.no-such-move'],
]
