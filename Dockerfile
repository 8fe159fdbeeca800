FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 WEB_CONCURRENCY=2
WORKDIR /app

# The PDF's font for Chinese, Japanese and Korean; the others are shipped.
RUN apt-get update \
    && apt-get install -y --no-install-recommends fonts-noto-cjk \
    && rm -rf /var/lib/apt/lists/*

COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt

COPY . .
# Throw-away values: this step only gathers files, and needs the deployed storage for it.
RUN ALLOWED_HOSTS=build DATABASE_URL=sqlite://:memory: EMAIL_URL=dummy:// \
    SECRET_KEY=$(python -c 'import secrets; print(secrets.token_urlsafe(50))') \
    python manage.py collectstatic --noinput \
    && useradd --system --no-create-home app
USER app

EXPOSE 8000
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "playbook_site.wsgi"]
