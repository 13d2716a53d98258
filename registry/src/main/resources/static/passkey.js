// Passkeys: the browser asks the authenticator, the node judges the answer. Without this file everything else works.
'use strict';
(() => {
  const supported = window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON
    && window.isSecureContext && !/^[\d.]+$|:/.test(location.hostname);
  for (const hint of document.querySelectorAll('[data-passkey-elsewhere]')) hint.hidden = supported;
  if (!supported) return;

  const post = async (box, address, body) => {
    const answer = await fetch(address, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-TOKEN': box.dataset.token },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error((await answer.json()).detail);
    return answer.json();
  };

  const use = async (box) => {
    const signing = box.dataset.passkey === 'sign-in';
    const base = signing ? '/sign-in/passkey' : '/account/passkeys';
    const options = await post(box, base + '/options', {});
    const credential = signing
      ? await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
      : await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
    const label = box.querySelector('input[name=label]');
    const query = new URLSearchParams({ back: box.dataset.back, label: label ? label.value : '' });
    const done = await post(box, base + '?' + query, credential.toJSON());
    location.assign(done.address);
  };

  for (const box of document.querySelectorAll('[data-passkey]')) {
    box.hidden = false;
    const error = box.querySelector('[role=alert]');
    box.querySelector('button').addEventListener('click', async (event) => {
      event.currentTarget.disabled = true;
      error.hidden = true;
      try {
        await use(box);
      } catch (fault) {
        error.textContent = fault instanceof DOMException ? box.dataset.cancelled : fault.message || box.dataset.failed;
        error.hidden = false;
        event.target.disabled = false;
      }
    });
  }
})();
