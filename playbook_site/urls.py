"""Every address of the site: the app's own and the accounts'."""

from django.urls import include, path

from assessments.views.sign_out import sign_out

# allauth's page too.
handler429 = "assessments.views.rate_limits.too_many"
handler500 = "assessments.views.errors.broken"

urlpatterns = [
    path("", include("assessments.urls")),
    path("accounts/logout/", sign_out, name="account_logout"),
    path("accounts/", include("allauth.urls")),
]
