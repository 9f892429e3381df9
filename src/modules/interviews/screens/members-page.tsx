import { useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import { useActing } from '../../../access/screens/self.tsx'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { useFilters } from '../../../ui/filters.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { EmptyState, ProblemBox, Read } from '../../../ui/states.tsx'
import { addMember, endMember, listMembers, type Member } from '../contract/sessions.ts'
import { words } from '../words.ts'
import { CountyChoice } from './county-choice.tsx'

const Search = z.object({ countyCode: z.coerce.string().optional().catch(undefined) })
/** Officers of the agencies who may sit in a county, and those who could be asked. */
export function Screen() {
  const say = useSay()
  const { change } = useFilters(Search)
  const counties = useActing()?.counties ?? []
  const countyCode = Search.parse(useSearch({ strict: false })).countyCode ?? counties[0] ?? ''
  const read = useRead(listMembers, { countyCode }, { enabled: countyCode !== '' })
  return (
    <>
      <PageHeader
        title={say(words.members)}
        facts={say(words['members-hint'])}
        actions={<TextLink to={`/staff/interviews?countyCode=${countyCode}`}>{say(words.sessions)}</TextLink>}
      />
      <CountyChoice value={countyCode} counties={counties} onChange={(chosen) => change({ countyCode: chosen })} />
      {countyCode === '' ? (
        <EmptyState>{say(words['choose-county'])}</EmptyState>
      ) : (
        <Read of={read}>
          {({ members, candidates }) => (
            <>
              <Members members={members} />
              <Candidates candidates={candidates} />
            </>
          )}
        </Read>
      )}
    </>
  )
}
function Members({ members }: { readonly members: readonly Member[] }) {
  const say = useSay()
  const language = useLanguage()
  const end = useWrite(endMember)
  return (
    <Card title={say(words['members-now'])}>
      <ProblemBox error={end.error} />
      {members.length === 0 ? (
        <EmptyState>{say(words['no-members'])}</EmptyState>
      ) : (
        <DataTable
          label={say(words['members-now'])}
          rows={members}
          keyOf={({ accountId }) => accountId}
          columns={[
            { key: 'name', title: say(words.member), cell: ({ name }) => name },
            { key: 'office', title: say(words.office), cell: (member) => <Office member={member} /> },
            { key: 'woman', title: say(words.woman), cell: ({ isWoman }) => say(words[isWoman === true ? 'is-woman' : 'is-man']) },
            {
              key: 'since',
              title: say(words['member-since']),
              cell: ({ statedOn }) => (statedOn === null ? '' : formatDate(statedOn, language)),
            },
            {
              key: 'end',
              title: say(words['end-member']),
              cell: ({ accountId, name }) => (
                <Button
                  look="quiet"
                  label={`${say(words['end-member'])}: ${name}`}
                  isPending={end.isPending}
                  onPress={() => end.mutate({ input: { accountId } })}
                >
                  {say(words['end-member'])}
                </Button>
              ),
            },
          ]}
        />
      )}
    </Card>
  )
}
function Office({ member }: { readonly member: Member }) {
  const say = useSay()
  return (
    <>
      {member.organisationName}
      {member.isSupportBody ? ` · ${say(words['support-body'])}` : ''}
    </>
  )
}
/** Officers whose assignment lets them sit; whether the officer is a woman is asked, because every room needs one. */
function Candidates({ candidates }: { readonly candidates: readonly Member[] }) {
  const say = useSay()
  const add = useWrite(addMember)
  return (
    <Card title={say(words.candidates)}>
      <ProblemBox error={add.error} />
      {candidates.length === 0 ? (
        <EmptyState>{say(words['no-candidates'])}</EmptyState>
      ) : (
        <DataTable
          label={say(words.candidates)}
          rows={candidates}
          keyOf={({ accountId }) => accountId}
          columns={[
            { key: 'name', title: say(words.member), cell: ({ name }) => name },
            { key: 'office', title: say(words.office), cell: (member) => <Office member={member} /> },
            {
              key: 'add',
              title: say(words['add-member']),
              cell: ({ accountId, name }) => (
                <span className="flex flex-wrap gap-2">
                  {([true, false] as const).map((isWoman) => (
                    <Button
                      key={String(isWoman)}
                      look="quiet"
                      label={`${say(words[isWoman ? 'add-woman' : 'add-man'])}: ${name}`}
                      isPending={add.isPending}
                      onPress={() => add.mutate({ input: { accountId, isWoman } })}
                    >
                      {say(words[isWoman ? 'add-woman' : 'add-man'])}
                    </Button>
                  ))}
                </span>
              ),
            },
          ]}
        />
      )}
    </Card>
  )
}
