import { SelectField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type Member, Part } from '../contract/sessions.ts'
import { words } from '../words.ts'

export type Chosen = Member & { readonly part: Part }
interface Props {
  readonly members: readonly Member[]
  readonly parts: Readonly<Record<string, Part>>
  readonly onChange: (parts: Readonly<Record<string, Part>>) => void
}
/** Members of a county with the part each takes; whoever takes none is not there. */
export function MemberRows({ members, parts, onChange }: Props) {
  const say = useSay()
  const take = (accountId: string, part: Part | undefined): void => {
    const { [accountId]: _before, ...others } = parts
    onChange(part === undefined ? others : { ...others, [accountId]: part })
  }
  return (
    <ul className="flex flex-col divide-y divide-line">
      {members.map((member) => (
        <li key={member.accountId} className="grid items-end gap-2 py-3 sm:grid-cols-2">
          <div className="min-w-0">
            <p className="font-semibold">{member.name}</p>
            <p className="flex flex-wrap items-center gap-2 text-ink-2 text-dense">
              {member.organisationName}
              {member.isWoman === true ? <Tag meaning="neutral">{say(words.woman)}</Tag> : null}
              {member.isSupportBody ? <Tag meaning="waiting">{say(words['support-body'])}</Tag> : null}
            </p>
          </div>
          <SelectField
            label={say(words['part-of'], { name: member.name })}
            value={parts[member.accountId]}
            empty={say(words['part-none'])}
            onChange={(part) => take(member.accountId, part)}
            choices={Part.options.map((part) => ({ value: part, label: say(words[`part-${part}`]) }))}
          />
        </li>
      ))}
    </ul>
  )
}
