import { useState } from 'react'
import { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { FilterBar, useFilters } from '../../../ui/filters.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, More, Read } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { listMeetings, type Meeting } from '../contract/meetings.ts'
import { meetingKinds } from '../contract/states.ts'
import { navWords } from '../nav-words.ts'
import { meetingWords as words } from '../words/meetings.ts'
import { MeetingDialog } from './meeting-dialog.tsx'
import { MeetingTag } from './meeting-tags.tsx'

const Search = z.object({ kind: z.enum(meetingKinds).optional().catch(undefined), after: z.string().optional().catch(undefined) })
/** Meetings of county and province with where each stands. */
export function Screen() {
  const say = useSay()
  const filters = useFilters(Search)
  const { values: filter, change } = filters
  const read = useRead(listMeetings, { limit: 50, ...filter })
  const mayCallHere = useMay('oversight.call-meeting')
  const mayCallProvince = useMay('oversight.call-province-meeting')
  const mayCall = mayCallHere || mayCallProvince
  const [isCalling, setCalling] = useState(false)
  return (
    <>
      <PageHeader
        title={say(navWords.meetings)}
        facts={say(words['meetings-hint'])}
        actions={
          mayCall ? (
            <Button look="primary" onPress={() => setCalling(true)}>
              {say(words['new-meeting'])}
            </Button>
          ) : undefined
        }
      />
      <FilterBar filters={filters}>
        <SelectField
          label={say(words['meeting-kind'])}
          empty="—"
          value={filter.kind}
          onChange={(kind) => change({ kind })}
          choices={meetingKinds.map((one) => ({ value: one, label: say(words[`meeting-kind-${one}`]) }))}
        />
      </FilterBar>
      <Read of={read}>
        {({ meetings, next }) =>
          meetings.length === 0 ? (
            <EmptyState>{say(words[mayCall ? 'no-meetings' : 'no-meetings-here'])}</EmptyState>
          ) : (
            <>
              <Meetings meetings={meetings} />
              <More next={next} onMore={(after) => change({ after })} />
            </>
          )
        }
      </Read>
      {isCalling ? <MeetingDialog isOfProvince={mayCallProvince} onClose={() => setCalling(false)} /> : null}
    </>
  )
}
function Meetings({ meetings }: { readonly meetings: readonly Meeting[] }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  return (
    <DataTable
      label={say(navWords.meetings)}
      rows={meetings}
      keyOf={({ id }) => id}
      columns={[
        { key: 'title', title: say(words.meeting), cell: ({ id, title }) => <TextLink to={`/staff/meetings/${id}`}>{title}</TextLink> },
        { key: 'body', title: say(words['meeting-body']), cell: ({ body }) => body },
        {
          key: 'scale',
          title: say(words.scale),
          cell: ({ countyCode }) => (countyCode === null ? say(words['whole-province']) : countyName(countyCode)),
        },
        { key: 'kind', title: say(words['meeting-kind']), cell: ({ kind }) => say(words[`meeting-kind-${kind}`]) },
        {
          key: 'on',
          title: say(words['meets-on']),
          cell: ({ meetsOn, meetsAt }) => `${formatDate(meetsOn, language)} · ${digits(meetsAt, language)}`,
        },
        { key: 'status', title: say(words.attendance), cell: (meeting) => <MeetingTag meeting={meeting} /> },
      ]}
    />
  )
}
