import { useBlocklist, useContactRequests, useContacts, useUser } from '@parlance/react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { createAttempts } from '../shared/command/createAttempts.ts'
import { contactsShown } from '../shared/people/contactsShown.ts'
import { AddContact } from './AddContact.tsx'
import { AttemptError } from './AttemptError.tsx'
import { ContactRow } from './ContactRow.tsx'
import { usePanel } from './panelContext.ts'

/** Whom I know, who asks to know me, and whom I want nothing of. */
export const Contacts = (): ReactNode => {
  const { name } = useUser(usePanel().chat.self)
  const contacts = useContacts()
  const requests = useContactRequests()
  const blocklist = useBlocklist()
  const [attempts] = useState(createAttempts)
  return (
    <div className="contacts" role="region" aria-label={`${name}’s contacts`} tabIndex={0} data-testid="contacts">
      <AddContact />
      <AttemptError attempts={attempts} />
      {contactsShown(contacts, requests, blocklist).map(({ id, heading, people }) => (
        <section key={id} className="contact-section" data-testid={`contacts-${id}`}>
          <h3 className="form-heading">{heading}</h3>
          <ul role="list">
            {people.map(contact => (
              <ContactRow key={contact.user} contact={contact} isBlocked={id === 'blocked'} attempts={attempts} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
