import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'

/** A dialog above the page; Escape closes it and the focus goes back to where it was. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
}: {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => (open ? undefined : onClose())}
      isDismissable
      className="fixed inset-0 z-40 flex items-end justify-center overflow-y-auto bg-ink/40 sm:items-center"
    >
      <Modal className="max-h-[92vh] w-full max-w-xl overflow-y-auto rounded-t-card bg-surface p-5 shadow-float sm:rounded-card">
        <AriaDialog className="outline-none">
          <Heading slot="title" className="pb-3 font-bold text-page">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
