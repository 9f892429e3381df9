import { ChoiceField, LongTextField, TextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import type { GrievanceAbout } from '../contract/grievances.ts'
import { grievanceWords as words } from '../words/grievances.ts'
import { AboutFields, type Where } from './about-fields.tsx'

const CHANNELS = ['phone', 'paper'] as const
export interface Written extends Where {
  readonly channel: 'phone' | 'paper'
  readonly paperNumber: string
  readonly text: string
  readonly privateText: string
}
export const nothingWritten: Written = {
  about: 'other',
  countyCode: null,
  organisationId: null,
  channel: 'phone',
  paperNumber: '',
  text: '',
  privateText: '',
}
/** Whether it can be sent; the server decides again. */
export const isWhole = ({ channel, paperNumber, text }: Written): boolean =>
  text.trim().length >= 5 && (channel === 'phone' || paperNumber.trim() !== '')
interface Props {
  readonly value: Written
  readonly onChange: (value: Written) => void
  readonly without: GrievanceAbout
}
/** What is told, by telephone or on a numbered paper: two minutes, in her own words. */
export function FilingFields({ value, onChange, without }: Props) {
  const say = useSay()
  const set = (part: Partial<Written>): void => onChange({ ...value, ...part })
  return (
    <>
      <ChoiceField
        label={say(words.channel)}
        isRequired
        value={value.channel}
        onChange={(channel) => set({ channel })}
        choices={CHANNELS.map((one) => ({ value: one, label: say(words[`channel-${one}`]) }))}
      />
      {value.channel === 'paper' ? (
        <TextField
          label={say(words['grievance-paper-number'])}
          name="paperNumber"
          isRequired
          value={value.paperNumber}
          onChange={(paperNumber) => set({ paperNumber })}
        />
      ) : null}
      <AboutFields value={value} onChange={set} without={without} />
      <LongTextField
        label={say(words['grievance-text'])}
        name="text"
        isRequired
        rows={5}
        value={value.text}
        onChange={(text) => set({ text })}
      />
      <LongTextField
        label={say(words['private-text'])}
        hint={say(words['private-hint'])}
        name="privateText"
        rows={2}
        value={value.privateText}
        onChange={(privateText) => set({ privateText })}
      />
    </>
  )
}
