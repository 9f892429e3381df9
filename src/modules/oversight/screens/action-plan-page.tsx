import { useState } from 'react'
import { z } from 'zod'
import { useActing, useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { NumberField, SelectField } from '../../../ui/fields.tsx'
import { FilterBar, useFilters } from '../../../ui/filters.tsx'
import { Form } from '../../../ui/form.tsx'
import { formatDate, formatNumber } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, PageHeader } from '../../../ui/layout.tsx'
import { MonthField } from '../../../ui/month-field.tsx'
import { Read } from '../../../ui/states.tsx'
import { listOrganisations } from '../../partners/contract.ts'
import { CountyField, useCounties } from '../../territory/screens/port.ts'
import { type ActionPlan, type Progress, planAct, readActionPlan } from '../contract/action-plan.ts'
import { navWords } from '../nav-words.ts'
import { monthWords as words } from '../words/months.ts'
import { scopeWords } from '../words/scope.ts'

const Search = z.object({ countyCode: z.string().optional().catch(undefined), month: z.string().optional().catch(undefined) })
/** One month of a county: planned and done beside each other. */
export function Screen() {
  const say = useSay()
  const own = useActing()?.counties ?? []
  const filters = useFilters(Search)
  const { values, change } = filters
  const countyCode = values.countyCode ?? own[0] ?? ''
  const read = useRead(
    readActionPlan,
    { countyCode, ...(values.month === undefined ? {} : { month: values.month }) },
    { enabled: countyCode !== '' },
  )
  return (
    <>
      <PageHeader title={say(navWords['action-plan'])} facts={say(words['action-plan-hint'])} />
      <FilterBar filters={filters}>
        {own.length < 2 ? null : (
          <CountyField label={say(scopeWords.county)} value={countyCode} onChange={(code) => change({ countyCode: code })} among={own} />
        )}
        <MonthField
          label={say(words.month)}
          value={values.month ?? read.data?.month ?? null}
          onChange={(month) => {
            if (month !== null) change({ month })
          }}
        />
      </FilterBar>
      <Read of={read}>{(plan) => <Lines plan={plan} />}</Read>
    </>
  )
}
function Lines({ plan }: { readonly plan: ActionPlan }) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const mayPlan = useMay('oversight.plan-act')
  const [changing, setChanging] = useState<Progress>()
  return (
    <Card title={`${countyName(plan.countyCode)} · ${formatDate(plan.from, language)} – ${formatDate(plan.until, language)}`}>
      <DataTable
        label={say(navWords['action-plan'])}
        rows={plan.lines}
        keyOf={({ act }) => act}
        columns={[
          { key: 'act', title: say(words.act), cell: ({ act }) => say(words[`act-${act}`]) },
          {
            key: 'planned',
            title: say(words.planned),
            cell: ({ planned }) => (planned === null ? say(words['not-planned']) : formatNumber(planned, language)),
            isNumber: true,
          },
          { key: 'done', title: say(words.done), cell: ({ done }) => formatNumber(done, language), isNumber: true },
          { key: 'by', title: say(words['planned-by']), cell: ({ organisationName }) => organisationName ?? '' },
          ...(mayPlan
            ? [
                {
                  key: 'change',
                  title: say(words['change-planned']),
                  cell: (line: Progress) => (
                    <Button look="quiet" onPress={() => setChanging(line)}>
                      {say(words['change-planned'])}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {changing === undefined ? null : <PlanDialog plan={plan} line={changing} onClose={() => setChanging(undefined)} />}
    </Card>
  )
}
interface PlanDialogProps {
  readonly plan: ActionPlan
  readonly line: Progress
  readonly onClose: () => void
}
function PlanDialog({ plan, line, onClose }: PlanDialogProps) {
  const say = useSay()
  const [quantity, setQuantity] = useState<number | undefined>(line.planned ?? undefined)
  const [organisationId, setBy] = useState<string | undefined>(line.organisationId ?? undefined)
  const organisations = useRead(listOrganisations, { limit: 250 }).data?.organisations ?? []
  const write = useWrite(planAct)
  const send = (): void => {
    if (quantity === undefined || organisationId === undefined) return
    const { countyCode, month } = plan
    const input = { id: line.plannedId ?? newCommandId(), countyCode, month, act: line.act, quantity, organisationId }
    write.mutate({ input: { ...input, seenVersion: line.version } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words[`act-${line.act}`])} isOpen onClose={onClose}>
      <Form error={write.error} onSubmit={send}>
        <NumberField label={say(words.planned)} name="quantity" isRequired value={quantity} onChange={setQuantity} />
        <SelectField
          label={say(words['planned-by'])}
          name="organisationId"
          isRequired
          empty="—"
          value={organisationId}
          onChange={setBy}
          choices={organisations.map(({ id, nameFa }) => ({ value: id, label: nameFa }))}
        />
        <div>
          <Button
            look="primary"
            isDisabled={quantity === undefined || organisationId === undefined}
            isPending={write.isPending}
            onPress={send}
          >
            {say(words['plan-act'])}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
