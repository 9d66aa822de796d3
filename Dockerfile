# PAM in one process: docker build -t pam . && docker run --env-file .env -p 8000:8000 -v pam-data:/home/pam/pam/var pam
FROM python:3.11-slim

RUN useradd --create-home pam && install --directory --owner=pam /home/pam/pam
USER pam
WORKDIR /home/pam/pam

# What changes seldom comes first: the environment is made anew only when the locks change.
COPY --chown=pam tools/bootstrap.py tools/bootstrap.py
COPY --chown=pam requirements.txt requirements-dev.txt ./
RUN python tools/bootstrap.py run

COPY --chown=pam bot bot
COPY --chown=pam handlers handlers
COPY --chown=pam adapters adapters
RUN mkdir var

ENV PYTHONUNBUFFERED=1
EXPOSE 8000
VOLUME /home/pam/pam/var
CMD [".venv/bin/pam", "run", "--host", "0.0.0.0"]
