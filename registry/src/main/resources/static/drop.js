// Comfort only: a file dropped on the frame goes into the ordinary file field, and the form is sent.
for (const frame of document.querySelectorAll('.drop')) {
  const field = frame.querySelector('input[type=file]');
  for (const kind of ['dragenter', 'dragover']) {
    frame.addEventListener(kind, event => { event.preventDefault(); frame.classList.add('over'); });
  }
  for (const kind of ['dragleave', 'drop']) {
    frame.addEventListener(kind, () => frame.classList.remove('over'));
  }
  frame.addEventListener('drop', event => {
    event.preventDefault();
    if (event.dataTransfer.files.length > 0) {
      field.files = event.dataTransfer.files;
      field.form.requestSubmit();
    }
  });
}
