import { z } from 'zod'

export const deliverableStates = ['due', 'submitted', 'accepted', 'returned', 'paid-for'] as const
export const DeliverableState = z.enum(deliverableStates)
export type DeliverableState = z.infer<typeof DeliverableState>
/** Consultative: an idea, its owner, its answer. Deciding: agenda ahead, quorum, majority, minutes, resolutions. */
export const meetingKinds = ['consultative', 'deciding'] as const
export const MeetingKind = z.enum(meetingKinds)
export type MeetingKind = z.infer<typeof MeetingKind>
/** Where a meeting stands, derived from what was written of it. */
export const meetingStatuses = ['called', 'held', 'signed'] as const
export const MeetingStatus = z.enum(meetingStatuses)
export type MeetingStatus = z.infer<typeof MeetingStatus>
export const attendances = ['self', 'deputy', 'absent'] as const
export const Attendance = z.enum(attendances)
export type Attendance = z.infer<typeof Attendance>
export const resolutionStates = [
  'draft',
  'adopted',
  'signed',
  'notified',
  'acknowledged',
  'in-progress',
  'reported',
  'confirmed',
  'returned',
] as const
export const ResolutionState = z.enum(resolutionStates)
export type ResolutionState = z.infer<typeof ResolutionState>
/** What is kept in the history of a resolution: moves, and what changed its day or its worth. */
export const resolutionActs = [
  'adopted',
  'signed',
  'notified',
  'acknowledged',
  'in-progress',
  'reported',
  'confirmed',
  'returned',
  'extended',
  'blocked',
  'unblocked',
  'superseded',
] as const
export const ResolutionAct = z.enum(resolutionActs)
export type ResolutionAct = z.infer<typeof ResolutionAct>
/** What a county plans by month; each is counted where it happens. */
export const plannedActs = ['registrations', 'sessions', 'talks', 'work-plans', 'paid-lots'] as const
export const PlannedAct = z.enum(plannedActs)
export type PlannedAct = z.infer<typeof PlannedAct>
export const sheetStates = ['submitted', 'accepted', 'returned'] as const
export const SheetState = z.enum(sheetStates)
export type SheetState = z.infer<typeof SheetState>
/** A lesson of the pilot: noted, then taken into an edition of the plan or not. */
export const lessonStates = ['noted', 'adopted', 'not-adopted'] as const
export const LessonState = z.enum(lessonStates)
export type LessonState = z.infer<typeof LessonState>
/** The six steps of the road. */
export const lessonSteps = ['introduction', 'admission', 'talk', 'work-plan', 'work-and-market', 'lasting-income'] as const
export const LessonStep = z.enum(lessonSteps)
